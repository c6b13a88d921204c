package org.omnihall.hall.party;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.stream.Stream;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Passes;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** Passes by the operator's own key, so that every node knows them: bound to caller, Area, thing and day. */
@Component
class SealedPasses implements Passes {

    private static final String PURPOSE = "shell.pass";

    private final Vault vault;
    private final Clock clock;

    SealedPasses(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public String of(Caller caller, String thing) {
        return of(caller, thing, today());
    }

    @Override
    public boolean holds(Caller caller, String thing, String pass) {
        Octets said = Octets.ofText(pass);
        return Stream.of(today(), today().minusDays(1))
                .anyMatch(day -> Octets.ofText(of(caller, thing, day)).equalsInConstantTime(said));
    }

    private String of(Caller caller, String thing, LocalDate day) {
        Octets words = Octets.ofText(String.join("\n", caller.login(), caller.areaPath(), thing, day.toString()));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.mac(PURPOSE, words).toBytes());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
