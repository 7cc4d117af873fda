package org.onrecord.api.web.article;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.onrecord.api.web.frame.Frame;

@CheckedTemplate(basePath = "article")
final class Templates {

    private Templates() {}

    static native TemplateInstance article(ArticleView page, Frame frame);
}
