package org.onrecord.api.web.article;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.article.Article;
import org.onrecord.api.article.ArticleDiff;
import org.onrecord.api.article.Articles;
import org.onrecord.api.article.DiffParameters;
import org.onrecord.api.parameter.OptionalId;
import org.onrecord.api.quote.Quote;
import org.onrecord.api.review.QuoteDecision;
import org.onrecord.api.review.Reviews;
import org.onrecord.api.web.frame.Section;
import org.onrecord.api.web.frame.Visit;
import org.onrecord.chassis.problem.ProblemException;

/** An article with everything that was read in it, where it was read. */
@Path("/articles/{id}")
@RunOnVirtualThread
class ArticlePageResource {

    private final Articles articles;
    private final ArticleViews views;
    private final Reviews reviews;
    private final Visit visit;

    ArticlePageResource(Articles articles, ArticleViews views, Reviews reviews, Visit visit) {
        this.reviews = reviews;
        this.articles = articles;
        this.views = views;
        this.visit = visit;
    }

    @GET
    public Response show(@RestPath UUID id, @Valid @BeanParam DiffParameters parameters) {
        Article article = articles.whole(id);
        ArticleView view = views.of(
                article,
                changes(article, parameters),
                articles.copies(id).items(),
                visit.mayEdit(),
                visit.mayEdit() ? articles.rejected(id) : List.of(),
                visit.locale());
        return visit.page(Templates.article(view, visit.frame(view.plainTitle(), Section.SEARCH)));
    }

    /** Confirms, corrects or rejects a statement, or takes that back. */
    @POST
    @Path("review")
    public Response review(
            @RestPath UUID id,
            @RestForm @Nullable String quote,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String text,
            @RestForm @Nullable String speakers,
            @RestForm @Nullable String naming,
            @RestForm @Nullable String stance,
            @RestForm @Nullable String note,
            @RestForm @Nullable String token) {
        visit.checkForm(token);
        UUID quoteId = OptionalId.of(quote == null ? "" : quote)
                .orElseThrow(() -> ProblemException.invalid("quote", "must be the id of a statement"));
        Optional<String> why = Optional.ofNullable(note).filter(words -> !words.isBlank());
        if ("undo".equals(decision)) {
            reviews.undo(quoteId);
        } else if ("corrected".equals(decision)) {
            Quote before = articles.whole(id).quotes().stream()
                    .filter(each -> each.id().equals(quoteId))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid("quote", "must be a statement of this article"));
            reviews.decide(quoteId, new Correction(text, speakers, naming, stance).of(before, views, why));
        } else {
            reviews.decide(quoteId, QuoteDecision.of(decision == null ? "" : decision, why));
        }
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", "/articles/" + id + "#q-" + quoteId)
                .build();
    }

    private List<ArticleDiff> changes(Article article, DiffParameters parameters) {
        long wordings = article.versions().stream()
                .map(Article.Version::version)
                .distinct()
                .count();
        return wordings < 2 ? List.of() : List.of(articles.diff(article.id(), parameters.from, parameters.to));
    }
}
