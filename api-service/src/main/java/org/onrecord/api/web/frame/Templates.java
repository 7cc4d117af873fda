package org.onrecord.api.web.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.onrecord.chassis.problem.Problem;

@CheckedTemplate(basePath = "frame", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Templates {

    private Templates() {}

    /** @param refused whether a key was sent that is none */
    static native TemplateInstance signIn(String to, boolean refused, Frame frame);

    static native TemplateInstance problem(Problem problem, Frame frame);
}
