package org.omnihall.hall.access.aaa;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.terms.SessionTerms;
import org.omnihall.octets.Octets;

/** The answer to one Access-Request. */
sealed interface Decision {

    /**
     * Let in.
     *
     * @param handle the Class attribute
     * @param msChapSuccess our own proof, where the device asked by MS-CHAPv2
     * @param release sessions that end to make room
     */
    record Admit(UUID journey, SessionTerms terms, Octets handle, Optional<Octets> msChapSuccess, List<UUID> release)
            implements Decision {}

    record Refuse(Refusal refusal) implements Decision {}

    /** No answer: what would have to be known is not. Never a refusal, which a phone takes for final. */
    record Silent(Silence why) implements Decision {}
}
