package org.omnihall.tmf;

/** What happened to a resource; every interface announces the same four (TMF630 part 4). */
public enum Happening {
    CREATE("CreateEvent"),
    CHANGE("AttributeValueChangeEvent"),
    STATE("StateChangeEvent"),
    DELETE("DeleteEvent");

    private final String suffix;

    Happening(String suffix) {
        this.suffix = suffix;
    }

    /** As in {@code ProductOrderStateChangeEvent}. */
    public String eventType(String resource) {
        return Character.toUpperCase(resource.charAt(0)) + resource.substring(1) + suffix;
    }

    /** Where a listener is told of it, below its callback: {@code /listener/productOrderStateChangeEvent}. */
    public String listenerPath(String resource) {
        return "/listener/" + resource + suffix;
    }
}
