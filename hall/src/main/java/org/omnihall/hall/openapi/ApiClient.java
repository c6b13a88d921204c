package org.omnihall.hall.openapi;

import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.shell.Right;
import org.omnihall.tmf.Problem;

/**
 * A program that uses the interfaces.
 *
 * @param name as the console lists it
 * @param rights what it may do
 * @param areaPath it sees and writes what lies in this Area
 * @param channel the code of the channel it speaks for, such as {@code app}; what that channel may not do, it may not do either
 */
public record ApiClient(String name, Set<Right> rights, String areaPath, Optional<String> channel) {

    public ApiClient {
        rights = Set.copyOf(rights);
    }

    /** The actor in the audit trail. */
    public String actor() {
        return "api:" + name;
    }

    /** @throws Problem {@code NOT_ALLOWED} where it does not hold the right */
    public void require(Right right) {
        if (!rights.contains(right)) {
            throw new Problem(Problem.Code.NOT_ALLOWED, "The client does not hold the right " + right);
        }
    }

    /** @throws Problem {@code NOT_ALLOWED} where the Area is not its own */
    public void requireArea(String path) {
        if (!path.startsWith(areaPath)) {
            throw new Problem(Problem.Code.NOT_ALLOWED, "The client does not work in the Area " + path);
        }
    }
}
