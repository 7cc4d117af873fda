package org.onrecord.api.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import org.onrecord.api.request.Submission;
import org.onrecord.chassis.problem.StrictBody;

/** From a line to what is to be read, as strictly as a body of its own would be. Thread-safe. */
@ApplicationScoped
class LineReader {
    private final ObjectReader submissions;

    LineReader(ObjectMapper mapper) {
        this.submissions =
                new StrictBody().apply(mapper, Submission.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** A line is no submission; the message says why. */
    static final class BrokenLineException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenLineException(String message) {
            super(message);
        }
    }

    /**
     * The request that a line is, by its bytes.
     *
     * @return the same for the same line
     */
    static UUID requestId(String line) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return UUID.nameUUIDFromBytes(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Submission read(String line) throws BrokenLineException {
        try {
            Submission submission = submissions.readValue(line);
            if (submission == null) {
                throw new BrokenLineException("not a JSON object");
            }
            return submission;
        } catch (UnrecognizedPropertyException e) {
            throw new BrokenLineException("no field is called " + printable(e.getPropertyName()));
        } catch (JsonMappingException e) {
            String field = e.getPath().isEmpty() ? null : e.getPath().getFirst().getFieldName();
            throw new BrokenLineException(
                    field == null ? "not a JSON object" : "the field " + printable(field) + " is not what it must be");
        } catch (JsonProcessingException e) {
            long column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw new BrokenLineException("not JSON from column " + column + " on");
        }
    }

    private static String printable(String name) {
        String brief = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return brief.replaceAll("\\p{Cntrl}|\\p{Cs}", "\uFFFD");
    }
}
