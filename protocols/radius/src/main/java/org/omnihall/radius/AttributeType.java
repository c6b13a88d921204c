package org.omnihall.radius;

/**
 * Which attribute: the number in a vendor's space; vendor 0 is the standard space of the RFCs. Constants for the standard ones are in
 * {@link AttributeTypes}, those of vendors are found by name in the {@link org.omnihall.radius.dictionary.Dictionary}.
 *
 * @param vendor the private enterprise number (PEN), 0 for none
 * @param number 1 to 255
 */
public record AttributeType(int vendor, int number) {

    public AttributeType {
        if (vendor < 0 || vendor > 0xffffff) {
            throw new IllegalArgumentException("vendor must have 24 bits: " + vendor);
        }
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("attribute number must be one octet: " + number);
        }
    }

    public static AttributeType standard(int number) {
        return new AttributeType(0, number);
    }

    public static AttributeType vendor(int vendor, int number) {
        return new AttributeType(vendor, number);
    }

    public boolean isVendor() {
        return vendor != 0;
    }
}
