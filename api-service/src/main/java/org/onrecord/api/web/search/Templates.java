package org.onrecord.api.web.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.onrecord.api.web.frame.Frame;

@CheckedTemplate(basePath = "search")
final class Templates {

    private Templates() {}

    static native TemplateInstance search(SearchView page, Frame frame);
}
