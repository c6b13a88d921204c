package org.omnihall.hall.access.login;

import java.net.URI;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.network.FigureSet;

/** Where a browser goes after the login (requirement A5): the operator's page, else what it wanted first if that is allowed. */
final class Destination {

    private Destination() {}

    static Optional<URI> of(Attempt attempt, FigureSet here) {
        return SafeUrls.readable(here.afterLoginUrl())
                .or(() -> attempt.firstUrl().flatMap(url -> SafeUrls.among(url, here.allowedHosts())));
    }
}
