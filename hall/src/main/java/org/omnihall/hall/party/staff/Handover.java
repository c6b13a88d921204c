package org.omnihall.hall.party.staff;

import java.io.Serializable;

/** A one-time password on its way to the page that shows it once. */
public record Handover(String login, String password) implements Serializable {

    @Override
    public String toString() {
        return "Handover[" + login + "]";
    }
}
