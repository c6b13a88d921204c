package org.omnihall.hall.access.login;

import org.omnihall.hall.access.attempt.Handle;
import org.omnihall.hall.node.WebOrigins;
import org.springframework.stereotype.Component;

/** Where phones reach the login pages: always under TLS (rule 4). */
@Component
class PagesAddress {

    private final WebOrigins origins;

    PagesAddress(WebOrigins origins) {
        this.origins = origins;
    }

    String of(Handle handle) {
        return origins.pages() + "/l/" + handle.text();
    }
}
