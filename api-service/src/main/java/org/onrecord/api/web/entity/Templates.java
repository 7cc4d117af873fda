package org.onrecord.api.web.entity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.onrecord.api.web.frame.Frame;

@CheckedTemplate(basePath = "entity")
final class Templates {

    private Templates() {}

    static native TemplateInstance entity(EntityView page, Frame frame);
}
