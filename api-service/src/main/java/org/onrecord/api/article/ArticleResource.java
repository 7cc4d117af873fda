package org.onrecord.api.article;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.database.Replicated;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.Horizon;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Sort;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Paging;
import org.onrecord.api.parameter.SortParameter;
import org.onrecord.api.quote.StanceParameters;
import org.onrecord.api.request.Accepted;
import org.onrecord.api.request.Requests;
import org.onrecord.api.request.Submission;
import org.onrecord.api.search.NewestFirst;
import org.onrecord.api.search.Relevance;
import org.onrecord.api.search.WordSearch;
import org.onrecord.chassis.problem.StrictBody;
import org.onrecord.database.Database;

/** What was printed. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "articles", description = "What was printed, and what was read in it.")
class ArticleResource {

    private final Database database;
    private final Articles articles;
    private final ArticleAnswers answers;
    private final Requests requests;
    private final NewestFirst newestFirst;
    private final Horizon horizon;
    private final Relevance relevance;
    private final Passages passages;

    ArticleResource(
            @Replicated Database database,
            Articles articles,
            ArticleAnswers answers,
            Requests requests,
            NewestFirst newestFirst,
            Horizon horizon,
            Relevance relevance,
            Passages passages) {
        this.database = database;
        this.articles = articles;
        this.answers = answers;
        this.requests = requests;
        this.newestFirst = newestFirst;
        this.horizon = horizon;
        this.relevance = relevance;
        this.passages = passages;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "submitArticle",
            summary = "Have a page or a text read",
            description = "Takes a URL to be fetched, a whole page as HTML, or plain text. What became of it is told by"
                    + " the URL in Location.")
    @APIResponse(
            responseCode = "202",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    public Response submit(@NotNull Submission submission) {
        Accepted accepted = Accepted.of(requests.take(submission));
        return Response.accepted(accepted)
                .header(HttpHeaders.LOCATION, accepted.status())
                .build();
    }

    @GET
    @Operation(
            operationId = "articles",
            summary = "Find articles, newest first",
            description = "Without filters, all of them. An article is answered as its newest version is.")
    public RestResponse<Page<ArticleSummary>> list(
            @Valid @BeanParam ArticleParameters parameters,
            @Valid @BeanParam PassageParameters passages,
            @Valid @BeanParam SortParameter sort,
            @Valid @BeanParam Paging paging,
            UriInfo uri) {
        Page<ArticleSummary> page = page(parameters, sort, paging, uri);
        return (passages.areWanted() && parameters.q != null
                        ? page.map(found -> this.passages.with(parameters.q, found))
                        : page)
                .response();
    }

    private Page<ArticleSummary> page(ArticleParameters parameters, SortParameter sort, Paging paging, UriInfo uri) {
        ArticleQuery query = new ArticleQuery(parameters, sort.sortOrDefault());
        if (query.isOfChanges()) {
            query.before(horizon.now());
        }
        String question = query.question();
        int limit = paging.limitOrDefault();
        if (sort.sortOrDefault() == Sort.RELEVANCE) {
            return relevance.page(
                    query.words(),
                    query::ranked,
                    paging.cursorFor(question),
                    limit,
                    this::summaries,
                    ArticleSummary::id,
                    place -> NextLink.after(uri, place.encode(question)));
        }
        Optional<DatedPosition> after = paging.cursorFor(question).map(DatedPosition::of);
        Function<DatedPosition, String> link =
                last -> NextLink.after(uri, last.cursor().encode(question));
        Optional<WordSearch> words = query.words();
        return words.isPresent()
                ? newestFirst.page(words.get(), after, limit).page(this::summaries, link)
                : page(query, after, limit, link);
    }

    private List<ArticleSummary> summaries(List<UUID> ids) {
        return database.list(ArticleQuery.byIds(ids), ArticleSummary::of);
    }

    private Page<ArticleSummary> page(
            ArticleQuery query, Optional<DatedPosition> after, int limit, Function<DatedPosition, String> link) {
        return Page.of(
                database.list(query.page(after, limit), ArticleSummary::of),
                limit,
                Total.of(database, query.all()),
                last -> link.apply(query.position(last)));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "article",
            summary = "One article, with everything that was read in it",
            description = "As it was fetched last.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = Article.class)))
    public Response byId(@RestPath UUID id, @Valid @BeanParam StanceParameters parameters, Request request) {
        CurrentArticle current = articles.current(id).orElseThrow(() -> articles.notThere(id));
        EntityTag tag = ArticleTag.of(current);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged == null
                ? Response.ok(answers.of(current, tag.getValue(), parameters.stances())
                        .orElseThrow(() -> articles.notThere(id)))
                : unchanged;
        CacheControl askAgain = new CacheControl();
        askAgain.setNoCache(true);
        return response.tag(tag).cacheControl(askAgain).build();
    }

    @GET
    @Path("{id}/diff")
    @Operation(
            operationId = "articleDiff",
            summary = "What an edit changed",
            description = "Paragraph by paragraph, with the offsets in both wordings; what is alike is left out.")
    public ArticleDiff diff(@RestPath UUID id, @Valid @BeanParam DiffParameters parameters) {
        return articles.diff(id, parameters.from, parameters.to);
    }

    @GET
    @Path("{id}/copies")
    @Operation(
            operationId = "articleCopies",
            summary = "Where else the same story was printed",
            description = "An agency's text on several sites, told by the fingerprint of its words.")
    public Copies copies(@RestPath UUID id) {
        return articles.copies(id);
    }
}
