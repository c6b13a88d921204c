package org.omnihall.hall.access.online;

import java.util.Optional;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.octets.MacAddress;
import org.omnihall.portal.server.LoginResult;

/** What a login at the controller means for the attempt. */
sealed interface Outcome {

    /** The device is online; a later logout echoes the request id. */
    record Went(int serial, int request) implements Outcome {}

    /** Someone is online at this address already; a success only if it is this subscriber. */
    record Already(String detail) implements Outcome {}

    /** Another device than the one that tried went online: it must be taken off again. */
    record WrongDevice(int request, MacAddress mac) implements Outcome {}

    record Stopped(Drop reason, String detail) implements Outcome {}

    static Outcome of(LoginResult result, Optional<MacAddress> tried) {
        return switch (result) {
            case LoginResult.Online online -> online(online, tried);
            case LoginResult.AlreadyOnline already -> new Already(already.text().orElse(""));
            case LoginResult.InProgress busy -> new Stopped(Drop.AC_BUSY, "at " + busy.stage());
            case LoginResult.Refused refused ->
                new Stopped(
                        Drop.AC_REFUSED,
                        refused.stage() + " error " + refused.errCode()
                                + refused.text().map(text -> ": " + text).orElse(""));
            case LoginResult.NoAnswer silence -> new Stopped(Drop.AC_SILENT, "at " + silence.stage());
            case LoginResult.NothingSent nothing ->
                new Stopped(Drop.AC_NOT_REACHED, nothing.why().name());
        };
    }

    private static Outcome online(LoginResult.Online online, Optional<MacAddress> tried) {
        Optional<MacAddress> other =
                online.mac().filter(mac -> tried.isPresent() && !tried.get().equals(mac));
        return other.isPresent()
                ? new WrongDevice(online.requestId(), other.get())
                : new Went(online.serial(), online.requestId());
    }
}
