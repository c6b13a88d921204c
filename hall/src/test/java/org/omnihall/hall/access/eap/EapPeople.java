package org.omnihall.hall.access.eap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.eap.SupplicantLines.LI;
import static org.omnihall.hall.access.eap.SupplicantLines.PASSWORD;

import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Profiles;

/** The controllers and accounts that supplicants come with. */
record EapPeople(ControllerRegistry registry, Accounts accounts, Profiles profiles) {

    void register() {
        controller("eap-usual", "127.0.12.1", "strip");
        controller("eap-domain", "127.0.12.2", "append:office");
        assertThat(profiles.add(Draft.of("name", "eap-one-device", "devices", "1", "policy", "REJECT"), "test"))
                .isInstanceOf(Change.Done.class);
        assertThat(accounts.add(
                        Draft.of(
                                "name", "eap-one",
                                "password", PASSWORD,
                                "methods", "ms-chap-v2",
                                "profile", "eap-one-device"),
                        "test"))
                .isInstanceOf(Change.Done.class);
        account(LI, "pap ms-chap-v2 tls", "");
        account("eap-pap", "pap", "");
        account("eap-over", "pap ms-chap-v2 tls", "2026-01-31");
    }

    private void controller(String name, String address, String domain) {
        assertThat(registry.add(
                        Draft.of(
                                "name", name,
                                "addresses", address,
                                "radiusSecret", secret(address),
                                "domain", domain),
                        "test"))
                .isInstanceOf(Change.Done.class);
    }

    private void account(String name, String methods, String until) {
        assertThat(accounts.add(
                        Draft.of("name", name, "password", PASSWORD, "methods", methods, "valid_until", until), "test"))
                .isInstanceOf(Change.Done.class);
    }

    static String secret(String address) {
        return "secret-of-" + address;
    }
}
