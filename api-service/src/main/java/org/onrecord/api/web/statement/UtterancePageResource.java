package org.onrecord.api.web.statement;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.page.Page;
import org.onrecord.api.parameter.Paging;
import org.onrecord.api.quote.Quote;
import org.onrecord.api.quote.StanceParameters;
import org.onrecord.api.quote.UtterancePages;
import org.onrecord.api.web.frame.Frame;
import org.onrecord.api.web.frame.Section;
import org.onrecord.api.web.frame.Visit;

/** All places that printed one statement. */
@Path("/utterances/{id}")
@RunOnVirtualThread
class UtterancePageResource {

    private final UtterancePages utterances;
    private final Statements statements;
    private final Visit visit;

    UtterancePageResource(UtterancePages utterances, Statements statements, Visit visit) {
        this.utterances = utterances;
        this.statements = statements;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "statement")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance utterance(
                List<Statement> printed, long total, @Nullable String next, Frame frame);
    }

    @GET
    public Response show(@RestPath UUID id, @Valid @BeanParam Paging paging, UriInfo uri) {
        StanceParameters any = new StanceParameters();
        any.stance = "said,asked,denied,unsaid";
        Page<Quote> page = utterances.page(id, any, paging, uri);
        // Each by itself: how the sites word it is what one comes for.
        List<Statement> printed = page.items().stream()
                .flatMap(quote -> statements.of(List.of(quote), visit.locale()).stream())
                .toList();
        return visit.page(Templates.utterance(
                printed, page.total().value(), page.next(), visit.frame("One statement", Section.SEARCH)));
    }
}
