package org.omnihall.hall.ordering;

/** What an item of an order wants of a product (TMF622 OrderItemActionType). */
public enum ItemAction {
    ADD("add"),
    CHANGE("modify"),
    TERMINATE("delete");

    private final String shown;

    ItemAction(String shown) {
        this.shown = shown;
    }

    /** The word of TMF622. */
    public String shown() {
        return shown;
    }
}
