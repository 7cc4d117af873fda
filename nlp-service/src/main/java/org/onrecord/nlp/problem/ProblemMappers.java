package org.onrecord.nlp.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.onrecord.chassis.problem.Problem;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.nlp.analysis.AnalysersBusyException;
import org.onrecord.nlp.analysis.AnalysisFailedException;

/** Problem documents for what only this service throws. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response busy(AnalysersBusyException e, UriInfo uri) {
        return Problem.answer(ProblemType.BUSY, "Every analyser is busy; try again in a few seconds.", uri);
    }

    @ServerExceptionMapper
    Response failed(AnalysisFailedException e, UriInfo uri) {
        LOG.warn("A text could not be analysed", e);
        return Problem.answer(
                ProblemType.ANALYSIS_FAILED, "This text cannot be analysed; send another or a shorter one.", uri);
    }
}
