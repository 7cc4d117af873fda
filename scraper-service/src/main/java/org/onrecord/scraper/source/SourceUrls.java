package org.onrecord.scraper.source;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.AllowList;
import org.onrecord.egress.Refusal;
import org.onrecord.egress.Target;
import org.onrecord.scraper.fetch.FetchSettings;

/** Which addresses may be sources. Thread-safe. */
@ApplicationScoped
public class SourceUrls {

    private final AddressGuard guard;

    SourceUrls(FetchSettings settings) {
        this.guard = new AddressGuard(settings.allow().map(AllowList::parse).orElse(AllowList.EMPTY));
    }

    /**
     * The address as it is kept and fetched.
     *
     * @param url as somebody sent it
     * @throws RejectedSourceException if it may not be fetched, with the reason
     */
    public URI checked(String url) {
        return switch (guard.vet(url)) {
            case Target target -> target.uri();
            case Refusal refusal ->
                throw new RejectedSourceException(
                        "Send an http or https URL that may be fetched: " + refusal.detail() + ".");
        };
    }
}
