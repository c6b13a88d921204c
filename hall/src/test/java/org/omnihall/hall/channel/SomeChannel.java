package org.omnihall.hall.channel;

import java.util.Optional;

/** Channels on paper, for tests that need one and do not ask the registry. */
public final class SomeChannel {

    private SomeChannel() {}

    /** An open channel at all hours. */
    public static Channel of(String code, ChannelKind kind, String areaPath) {
        return of(code, kind, areaPath, ChannelStatus.OPEN);
    }

    public static Channel of(String code, ChannelKind kind, String areaPath, ChannelStatus status) {
        return new Channel(
                new ChannelId(9),
                code,
                code,
                kind,
                areaPath,
                "",
                kind.ofClass() == ChannelClass.AGENT_STORE ? Ownership.PARTNER : Ownership.OPERATOR,
                Optional.empty(),
                "",
                status,
                new ServiceTerms(OpeningHours.ALWAYS, Optional.empty(), 100));
    }
}
