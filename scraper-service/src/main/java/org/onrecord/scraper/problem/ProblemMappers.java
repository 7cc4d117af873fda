package org.onrecord.scraper.problem;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.onrecord.chassis.problem.Problem;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.scraper.archive.ArchiveAwayException;
import org.onrecord.scraper.article.ReaderBusyException;
import org.onrecord.scraper.frontier.HostBusyException;
import org.onrecord.scraper.publish.BrokerAwayException;
import org.onrecord.scraper.source.RejectedSourceException;
import org.onrecord.scraper.source.UnknownSourceException;
import org.onrecord.scraper.submission.RejectedSubmissionException;
import org.onrecord.scraper.trial.ReadingTooSlowException;

/** Problem documents for what only this service throws. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String LATER = "Send it again later; sending it twice does no harm.";

    @ServerExceptionMapper
    Response map(RejectedSubmissionException e, UriInfo uri) {
        return Problem.answer(ProblemType.INVALID_SUBMISSION, e.getMessage(), uri);
    }

    @ServerExceptionMapper
    Response map(ConstraintViolationException e, UriInfo uri) {
        return Problem.answer(ProblemType.INVALID_SUBMISSION, "Send a JSON object with url, html or text.", uri);
    }

    @ServerExceptionMapper
    Response map(RejectedSourceException e, UriInfo uri) {
        return Problem.answer(ProblemType.INVALID_SOURCE, e.getMessage(), uri);
    }

    @ServerExceptionMapper
    Response map(UnknownSourceException e, UriInfo uri) {
        return Problem.answer(ProblemType.NOT_FOUND, e.getMessage(), uri);
    }

    @ServerExceptionMapper
    Response map(BrokerAwayException e, UriInfo uri) {
        return Problem.answer(ProblemType.BROKER_AWAY, LATER, uri);
    }

    @ServerExceptionMapper
    Response map(ArchiveAwayException e, UriInfo uri) {
        LOG.errorf(e, "page not kept, path=%s", uri.getPath());
        return Problem.answer(ProblemType.ARCHIVE_AWAY, LATER, uri);
    }

    @ServerExceptionMapper
    Response map(ReaderBusyException e, UriInfo uri) {
        return Problem.answer(ProblemType.BUSY, LATER, uri);
    }

    @ServerExceptionMapper
    Response map(ReadingTooSlowException e, UriInfo uri) {
        return Problem.answer(ProblemType.TOO_SLOW, e.getMessage(), uri);
    }

    @ServerExceptionMapper
    Response map(HostBusyException e, UriInfo uri) {
        return Problem.answer(ProblemType.HOST_BUSY, LATER, uri);
    }
}
