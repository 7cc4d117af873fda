package org.onrecord.api.web.frame;

import java.lang.annotation.Annotation;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.quarkus.qute.TemplateInstance;

import org.onrecord.api.access.PagePaths;
import org.onrecord.chassis.problem.Problem;

/** What goes wrong on a page is told in a page. */
class PageProblems {

    private final Visit visit;

    PageProblems(Visit visit) {
        this.visit = visit;
    }

    @ServerResponseFilter
    void show(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && isShown(request)) {
            TemplateInstance told = Templates.problem(problem, visit.frame(problem.title(), Section.NONE));
            Response page = request.getUriInfo().getPath().equals(PagePaths.FROM_PROVIDER)
                    ? visit.pageOfSecretAddress(problem.status(), told)
                    : visit.page(problem.status(), told);
            page.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
            response.setEntity(page.getEntity(), new Annotation[0], MediaType.valueOf("text/html;charset=UTF-8"));
        }
    }

    /** On pages, and to whoever follows a broken link in a browser. */
    private static boolean isShown(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return PagePaths.isPage(path)
                || !path.startsWith("/v1/")
                        && request.getAcceptableMediaTypes().getFirst().isCompatible(MediaType.TEXT_HTML_TYPE)
                        && !request.getAcceptableMediaTypes().getFirst().isWildcardType();
    }
}
