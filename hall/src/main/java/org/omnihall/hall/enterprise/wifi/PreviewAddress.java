package org.omnihall.hall.enterprise.wifi;

import java.util.Locale;
import org.omnihall.hall.access.VenueLook;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a look is seen as a page: all of it travels in the address, so that nothing has to be kept for it. */
public final class PreviewAddress {

    private PreviewAddress() {}

    public static String of(OwnWifi wifi, VenueLook look, Locale language) {
        return UriComponentsBuilder.fromPath(wifi.path() + "/preview")
                .queryParam("lang", language.getLanguage())
                .queryParam("titleZh", "{titleZh}")
                .queryParam("titleEn", "{titleEn}")
                .queryParam("welcomeZh", "{welcomeZh}")
                .queryParam("welcomeEn", "{welcomeEn}")
                .queryParam("ground", "{ground}")
                .queryParam("ink", "{ink}")
                .queryParam("logo", "{logo}")
                .encode()
                .buildAndExpand(
                        look.texts().titleZh(),
                        look.texts().titleEn(),
                        look.texts().welcomeZh(),
                        look.texts().welcomeEn(),
                        look.ground(),
                        look.ink(),
                        look.logo().orElse(""))
                .toUriString();
    }
}
