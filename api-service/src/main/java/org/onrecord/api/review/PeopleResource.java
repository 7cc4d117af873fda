package org.onrecord.api.review;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.StrictBody;

/** What editors decide of people. */
@Path("/v1/people/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "reviews")
class PeopleResource {

    private static final String SOON =
            " Answers have it some seconds later, and articles that are read later as well. DELETE of /v1/reviews/{id} takes"
                    + " it back. Needs a key of scope edit.";

    private final PeopleReviews people;

    PeopleResource(PeopleReviews people) {
        this.people = people;
    }

    @POST
    @Path("merge")
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "mergePeople",
            summary = "Say that a person is another",
            description =
                    "All that is by or about the person of the path is by or about the other, and the id of the first leads"
                            + " to the other's." + SOON)
    public Review merge(@RestPath UUID id, @NotNull PersonMerge merge) {
        return people.merge(
                id, merge.into().orElseThrow(() -> ProblemException.invalid("into", "must be given")), merge.note());
    }

    @POST
    @Path("separate")
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "separatePeople",
            summary = "Say that some of what is taken for one person is another",
            description =
                    "By the articles that tell of that other one, or the names that they use; intoId of the answer is"
                            + " who that is." + SOON)
    public Review separate(@RestPath UUID id, @NotNull PersonSeparation separation) {
        List<UUID> articles = separation.articles().orElse(List.of());
        List<String> names = separation.names().orElse(List.of());
        if (articles.stream().anyMatch(each -> each == null)) {
            throw ProblemException.invalid("articles", "must be ids");
        }
        return people.separate(id, names, articles, separation.name(), separation.note());
    }

    @POST
    @Path("rename")
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "renamePerson",
            summary = "Give a person another name",
            description = "The person is listed and found by it; what articles call them stays as it is." + SOON)
    public Review rename(@RestPath UUID id, @NotNull PersonRenaming renaming) {
        return people.rename(
                id,
                renaming.name().orElseThrow(() -> ProblemException.invalid("name", "must be given")),
                renaming.note());
    }
}
