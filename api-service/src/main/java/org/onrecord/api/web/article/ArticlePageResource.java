package org.onrecord.api.web.article;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.article.Article;
import org.onrecord.api.article.ArticleDiff;
import org.onrecord.api.article.Articles;
import org.onrecord.api.article.DiffParameters;
import org.onrecord.api.web.frame.Section;
import org.onrecord.api.web.frame.Visit;

/** An article with everything that was read in it, where it was read. */
@Path("/articles/{id}")
@RunOnVirtualThread
class ArticlePageResource {

    private final Articles articles;
    private final ArticleViews views;
    private final Visit visit;

    ArticlePageResource(Articles articles, ArticleViews views, Visit visit) {
        this.articles = articles;
        this.views = views;
        this.visit = visit;
    }

    @GET
    public Response show(@RestPath UUID id, @Valid @BeanParam DiffParameters parameters) {
        Article article = articles.whole(id);
        ArticleView view = views.of(
                article, changes(article, parameters), articles.copies(id).items(), visit.locale());
        return visit.page(Templates.article(view, visit.frame(view.plainTitle(), Section.SEARCH)));
    }

    private List<ArticleDiff> changes(Article article, DiffParameters parameters) {
        long wordings = article.versions().stream()
                .map(Article.Version::version)
                .distinct()
                .count();
        return wordings < 2 ? List.of() : List.of(articles.diff(article.id(), parameters.from, parameters.to));
    }
}
