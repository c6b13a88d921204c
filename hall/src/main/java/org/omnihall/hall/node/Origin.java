package org.omnihall.hall.node;

/**
 * What a web address of this node serves. Consoles and login pages are different origins, so that a page that an operator uploads can
 * never act on the console.
 */
public enum Origin {
    /** Console, halls and APIs. */
    CONSOLE,
    /** The login pages, with TLS. */
    PAGES,
    /** The landing hop in plain HTTP, to which access controllers redirect. */
    LANDING
}
