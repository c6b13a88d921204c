package org.omnihall.hall.access.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void speaksTheFirstOfItsLanguagesThatTheBrowserNames() {
        assertThat(Language.of(Optional.of("zh-CN,zh;q=0.9,en;q=0.8"))).isEqualTo(Language.ZH);
        assertThat(Language.of(Optional.of("en-GB,en;q=0.9,zh;q=0.1"))).isEqualTo(Language.EN);
        assertThat(Language.of(Optional.of("fr,en;q=0.5"))).isEqualTo(Language.EN);
        assertThat(Language.of(Optional.of("ja"))).isEqualTo(Language.EN);
        assertThat(Language.of(Optional.empty())).isEqualTo(Language.ZH);
        assertThat(Language.of(Optional.of("x".repeat(100_000)))).isEqualTo(Language.EN);
    }

    @Test
    void tellsPhonesApart() {
        assertThat(PhoneKind.of(Optional.of("CaptiveNetworkSupport-443 wispr"))).isEqualTo(PhoneKind.IOS);
        assertThat(PhoneKind.of(Optional.of("Mozilla/5.0 (Linux; Android 15; V2301A)")))
                .isEqualTo(PhoneKind.ANDROID);
        assertThat(PhoneKind.of(Optional.of("Mozilla/5.0 (Phone; OpenHarmony 5.0)")))
                .isEqualTo(PhoneKind.HARMONY);
        assertThat(PhoneKind.of(Optional.of("<script>"))).isEqualTo(PhoneKind.OTHER);
        assertThat(PhoneKind.of(Optional.empty())).isEqualTo(PhoneKind.OTHER);
    }
}
