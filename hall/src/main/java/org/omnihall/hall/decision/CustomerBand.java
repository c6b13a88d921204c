package org.omnihall.hall.decision;

/** How valuable a customer is, as far as steering asks (requirement B19). */
public enum CustomerBand {
    HIGH,
    MIDDLE,
    LOW
}
