package org.omnihall.hall.enterprise.wifi;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.shell.Typed;

/** The form of a look: what was typed becomes one, or stands in it again. */
record LookForm(Typed form) {

    static LookForm of(VenueLook look) {
        Map<String, String> fields = new HashMap<>();
        fields.put("titleZh", look.texts().titleZh());
        fields.put("titleEn", look.texts().titleEn());
        fields.put("welcomeZh", look.texts().welcomeZh());
        fields.put("welcomeEn", look.texts().welcomeEn());
        fields.put("ground", look.ground());
        fields.put("ink", look.ink());
        fields.put("logo", look.logo().orElse(""));
        return new LookForm(new Typed(fields));
    }

    static LookForm typed(Map<String, String> fields) {
        return new LookForm(new Typed(fields));
    }

    VenueLook look() {
        return new VenueLook(
                new VenueLook.Texts(
                        form.text("titleZh"), form.text("titleEn"), form.text("welcomeZh"), form.text("welcomeEn")),
                form.text("ground").toLowerCase(Locale.ROOT),
                form.text("ink").toLowerCase(Locale.ROOT),
                Optional.of(form.text("logo")).filter(name -> name.matches("[0-9a-f]{32}")));
    }
}
