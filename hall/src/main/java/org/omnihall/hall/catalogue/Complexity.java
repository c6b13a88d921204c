package org.omnihall.hall.catalogue;

/** How complex a business is to handle (requirement B20). */
public enum Complexity {
    LOW,
    MEDIUM,
    HIGH
}
