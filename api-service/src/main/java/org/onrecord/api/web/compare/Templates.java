package org.onrecord.api.web.compare;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.onrecord.api.web.frame.Frame;

@CheckedTemplate(basePath = "compare")
final class Templates {

    private Templates() {}

    static native TemplateInstance compare(CompareView page, Frame frame);

    /** The drawing alone, as a file. */
    static native TemplateInstance drawing(Drawing page);
}
