package org.omnihall.hall.vault;

/** A sealed text that cannot be opened: changed, of another purpose or context, or its key is gone. */
public final class NotOurSeal extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotOurSeal(String why) {
        super("The sealed text cannot be opened (" + why
                + "). Is vault.keys of this installation the one it was sealed with?");
    }
}
