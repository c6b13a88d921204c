package org.omnihall.hall.access.code;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets codes, counts and pictures that are past their time. */
@Component
public class CodePurge {

    private final Codes codes;
    private final Limits limits;
    private final Pictures pictures;

    CodePurge(Codes codes, Limits limits, Pictures pictures) {
        this.codes = codes;
        this.limits = limits;
        this.pictures = pictures;
    }

    /** How many rows went. */
    public int purge(Instant now) {
        return codes.purge(now) + limits.purge(now) + pictures.purge(now);
    }
}
