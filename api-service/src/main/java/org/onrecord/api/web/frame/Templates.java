package org.onrecord.api.web.frame;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.onrecord.chassis.problem.Problem;

@CheckedTemplate(basePath = "frame", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Templates {

    private Templates() {}

    /**
     * @param refused whether a key was sent that is none
     * @param provider where one can sign in too; null if nowhere
     * @param link that leads there
     */
    static native TemplateInstance signIn(
            String to, boolean refused, @Nullable String provider, String link, Frame frame);

    /** @param to where the browser goes on at once */
    static native TemplateInstance goOn(String to, Frame frame);

    /**
     * @param words what to do
     * @param why for whoever runs this; "" where there is nothing to say
     */
    static native TemplateInstance notSignedIn(String words, String why, Frame frame);

    static native TemplateInstance problem(Problem problem, Frame frame);
}
