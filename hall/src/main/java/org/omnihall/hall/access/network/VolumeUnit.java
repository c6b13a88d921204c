package org.omnihall.hall.access.network;

/** What one unit of the vendor's remaining-volume attribute means on a device (access rule 16). */
public enum VolumeUnit {
    OCTETS(1),
    KILOBYTES(1024);

    private final int octets;

    VolumeUnit(int octets) {
        this.octets = octets;
    }

    /** Octets in one unit. */
    public int octets() {
        return octets;
    }
}
