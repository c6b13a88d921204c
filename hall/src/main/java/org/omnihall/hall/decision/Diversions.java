package org.omnihall.hall.decision;

import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.catalogue.Business;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.decision.diversion.DiversionDesk;
import org.springframework.stereotype.Component;

/** The door of diversion: every touchpoint asks here where a customer is best served (requirements B26, B27). */
@Component
public class Diversions {

    private final DiversionDesk desk;

    Diversions(DiversionDesk desk) {
        this.desk = desk;
    }

    /**
     * Where a customer is, and what he wants.
     *
     * @param band of a customer whose value is not known; a known one's own counts
     */
    public record Case(UUID journey, Channel here, Optional<Long> subscriber, Business business, CustomerBand band) {}

    /** Decides; the answer leaves only after it is written down with all that it was made of. */
    public Diversion decide(Case wanted) {
        return desk.decide(wanted);
    }

    /** What would be decided at this moment, for somebody who only looks. */
    public Diversion look(Case wanted) {
        return desk.look(wanted);
    }
}
