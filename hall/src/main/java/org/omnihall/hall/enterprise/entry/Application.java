package org.omnihall.hall.enterprise.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Industry;
import org.omnihall.hall.party.RegistrationCode;
import org.omnihall.hall.shell.Typed;

/**
 * What a company's administrator says at the sign-up, read from the form.
 *
 * @param form with what is wrong with it
 * @param code nothing where it is none
 */
record Application(
        Typed form,
        Company.Facts facts,
        Optional<RegistrationCode> code,
        String name,
        String login,
        String password,
        boolean offers,
        boolean profiling) {

    static final int LONGEST_COMPANY = 100;
    static final int LONGEST_NAME = 60;
    private static final int LONGEST_PASSWORD = 128;

    /** Fields whose text is never given back. */
    private static final Set<String> SECRET = Set.of("password", "again", "code");

    /** @param areas the paths that may be chosen */
    static Application read(Map<String, String> fields, Set<String> areas) {
        Typed form = new Typed(fields);
        String company = form.required("company", LONGEST_COMPANY);
        Optional<RegistrationCode> code = RegistrationCode.parse(form.text("registration"));
        if (code.isEmpty()) {
            form.wrong(
                    "registration",
                    form.has("registration") ? "enterprise.signUp.badRegistration" : "shell.fault.EMPTY");
        }
        Optional<Industry> industry = form.choice("industry", Industry.class);
        Optional<Company.Size> size = form.choice("size", Company.Size.class);
        String area = form.text("area");
        if (!areas.contains(area)) {
            form.wrong("area", "shell.fault.CHOICE");
        }
        String name = form.required("name", LONGEST_NAME);
        String login = form.required("login", 64);
        String password = fields.getOrDefault("password", "");
        if (password.length() > LONGEST_PASSWORD || !password.equals(fields.getOrDefault("again", ""))) {
            form.wrong("again", "enterprise.signUp.different");
        }
        if (!form.ticked("terms")) {
            form.wrong("terms", "enterprise.signUp.noTerms");
        }
        Company.Facts facts =
                new Company.Facts(company, area, code, industry, size, Optional.empty(), Optional.empty());
        return new Application(
                form, facts, code, name, login, password, form.ticked("offers"), form.ticked("profiling"));
    }

    /** What may be shown again. */
    static Map<String, String> harmless(Map<String, String> fields) {
        Map<String, String> shown = new HashMap<>(fields);
        shown.keySet().removeAll(SECRET);
        return Map.copyOf(shown);
    }

    @Override
    public String toString() {
        return "Application[" + facts.name() + " by " + login + "]";
    }
}
