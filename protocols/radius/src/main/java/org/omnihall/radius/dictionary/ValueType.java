package org.omnihall.radius.dictionary;

/** How the octets of a value are read. */
public enum ValueType {
    TEXT,
    OCTETS,
    INTEGER,
    INTEGER64,
    IPV4,
    IPV6,
    IPV6PREFIX,
    IFID,
    DATE
}
