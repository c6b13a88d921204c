package org.omnihall.bench.sim;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What is shared with the hall. Never an argument, which every user of the machine can read: each comes from the environment, or else
 * from the next line of standard input, in this order.
 *
 * @param sms the password with which the hall's gateway binds; empty where the messages are read elsewhere
 */
record Secrets(String radius, String portal, Optional<String> sms) {

    private static final String PREFIX = "OMNIHALL_SIM_";

    static Secrets read(Map<String, String> environment, BufferedReader in, boolean ownCentre) throws IOException {
        return new Secrets(
                next(environment, in, "RADIUS_SECRET"),
                next(environment, in, "PORTAL_SECRET"),
                ownCentre ? Optional.of(next(environment, in, "SMS_PASSWORD")) : Optional.empty());
    }

    private static String next(Map<String, String> environment, BufferedReader in, String name) throws IOException {
        String known = environment.get(PREFIX + name);
        String secret = known == null ? in.readLine() : known;
        if (secret == null || secret.isBlank()) {
            throw new WrongOption(PREFIX + name + " is missing in the environment, and so is its line on standard input"
                    + " (RADIUS secret, Portal secret, SMS password, one a line)");
        }
        return secret.strip();
    }

    /** Never shown. */
    @Override
    public String toString() {
        return "secrets";
    }
}
