package org.omnihall.bench.cashier;

/** Who may open payments at the sandbox cashier, and the secret that signs for him and to him. */
public record Merchant(String id, String secret) {

    @Override
    public String toString() {
        return "merchant " + id;
    }
}
