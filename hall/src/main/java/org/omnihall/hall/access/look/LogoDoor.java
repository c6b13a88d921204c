package org.omnihall.hall.access.look;

import java.time.Duration;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.octets.Octets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Logos for the login pages, on the pages' own origin. A name is that of the content, so that phones may keep it. */
@Controller
@OpenToAll
class LogoDoor {

    private static final Duration KEPT = Duration.ofDays(365);

    private final LookTable table;

    LogoDoor(LookTable table) {
        this.table = table;
    }

    @GetMapping("/pages/logo/{name}.png")
    ResponseEntity<byte[]> logo(@PathVariable String name) {
        return table.logo(name)
                .map(Octets::toBytes)
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
                        .body(png))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
