package org.omnihall.hall.access.login;

/**
 * A wish for a code as it was typed.
 *
 * @param number what was typed as number; empty when the code is wished again
 * @param picture the name of the picture that was shown, and what was read in it; empty without one
 */
record Wish(String number, String picture, String answer) {

    @Override
    public String toString() {
        return "Wish[••••••]";
    }
}
