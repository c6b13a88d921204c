package org.omnihall.hall.access.aaa;

/**
 * All that the rules ask about one request, gathered before they are asked.
 *
 * @param known whether it is a login of our pages or a network account
 * @param methodAllowed whether it may be proved in this way
 * @param proved whether the password or token is right
 * @param sameDevice whether it is the device that went through the page
 * @param tokenFresh false when the login token was used before
 * @param active false when the operator holds the account back
 * @param valid false when the account's time is over
 * @param inHours false when it is no hour in which the access profile lets people in
 * @param left false when the day's or the month's amount is used up
 * @param room false when as many devices as allowed are online
 */
record Facts(
        boolean known,
        boolean methodAllowed,
        boolean proved,
        boolean sameDevice,
        boolean tokenFresh,
        boolean active,
        boolean valid,
        boolean inHours,
        boolean left,
        boolean room) {

    static final Facts UNKNOWN = new Facts(false, false, false, false, false, false, false, false, false, false);

    static Facts login(boolean methodAllowed, boolean proved, boolean sameDevice) {
        return new Facts(true, methodAllowed, proved, sameDevice, true, true, true, true, true, true);
    }

    static Facts account(boolean methodAllowed, boolean proved, boolean active, boolean valid) {
        return new Facts(true, methodAllowed, proved, true, true, active, valid, true, true, true);
    }

    Facts tokenSpent() {
        return new Facts(known, methodAllowed, proved, sameDevice, false, active, valid, inHours, left, room);
    }

    Facts outOfHours() {
        return new Facts(known, methodAllowed, proved, sameDevice, tokenFresh, active, valid, false, left, room);
    }

    Facts usedUp() {
        return new Facts(known, methodAllowed, proved, sameDevice, tokenFresh, active, valid, inHours, false, room);
    }

    Facts full() {
        return new Facts(known, methodAllowed, proved, sameDevice, tokenFresh, active, valid, inHours, left, false);
    }
}
