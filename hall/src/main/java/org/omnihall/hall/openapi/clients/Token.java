package org.omnihall.hall.openapi.clients;

/** A client's token on the one page that shows it. */
public record Token(String client, String token) {}
