package org.omnihall.hall.party.staff;

import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.stereotype.Component;

/** {@code staff unlock LOGIN}: for when nobody is left who could do it in the console. */
@Component
class StaffUnlockCommand implements Command {

    private final Staff staff;
    private final StaffDesk desk;

    StaffUnlockCommand(Staff staff, StaffDesk desk) {
        this.staff = staff;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "staff unlock";
    }

    @Override
    public String usage() {
        return "LOGIN\nLets somebody sign in again whom an administrator or wrong passwords have locked.";
    }

    @Override
    public int run(CommandCall call) {
        if (call.arguments().size() != 1) {
            call.err().println("usage: staff unlock " + usage());
            return 2;
        }
        String login = call.arguments().getFirst();
        if (staff.find(login).isEmpty()) {
            call.err().println("There is nobody with the login " + login);
            return 1;
        }
        desk.unlock(login, call.actor());
        call.out().println(login + " is unlocked");
        return 0;
    }
}
