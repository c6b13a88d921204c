package org.omnihall.hall.enterprise.company;

import java.io.Serializable;

/** A password on its way to the page that shows it once. */
public record OncePassword(String login, String password) implements Serializable {

    @Override
    public String toString() {
        return "OncePassword[" + login + "]";
    }
}
