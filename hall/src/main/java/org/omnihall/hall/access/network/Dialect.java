package org.omnihall.hall.access.network;

/** The portal library's dialects by name, until that library is here. */
public enum Dialect {
    CMCC,
    CMCC_IPV6,
    HUAWEI2,
    H3C3
}
