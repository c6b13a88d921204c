package org.omnihall.hall.party;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.omnihall.hall.party.AreaChange.Reason;

/** What may be changed in a tree of Areas. */
final class AreaRules {

    static final int DEEPEST = 6;

    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,20}");

    private AreaRules() {}

    /** Why there cannot be a new Area of this code and name below the parent. */
    static Optional<Reason> refusesNew(List<Area> tree, String parentPath, String code, String name) {
        Optional<Area> parent = find(tree, parentPath);
        if (parent.isEmpty()) {
            return Optional.of(Reason.UNKNOWN);
        }
        if (!CODE.matcher(code).matches()) {
            return Optional.of(Reason.BAD_CODE);
        }
        if (name.isBlank()) {
            return Optional.of(Reason.NO_NAME);
        }
        if (parent.get().depth() >= DEEPEST) {
            return Optional.of(Reason.TOO_DEEP);
        }
        return find(tree, parentPath + code + "/").map(there -> Reason.TAKEN);
    }

    /** Why an Area cannot move, with all below it, under the new parent. */
    static Optional<Reason> refusesMove(List<Area> tree, Area area, String parentPath) {
        if (area.depth() == 0) {
            return Optional.of(Reason.ROOT);
        }
        Optional<Area> parent = find(tree, parentPath);
        if (parent.isEmpty()) {
            return Optional.of(Reason.UNKNOWN);
        }
        if (parentPath.startsWith(area.path())) {
            return Optional.of(Reason.INTO_ITSELF);
        }
        if (parent.get().depth() + height(tree, area) > DEEPEST) {
            return Optional.of(Reason.TOO_DEEP);
        }
        return find(tree, parentPath + area.code() + "/").map(there -> Reason.TAKEN);
    }

    static Optional<Area> find(List<Area> tree, String path) {
        return tree.stream().filter(area -> area.path().equals(path)).findFirst();
    }

    private static int height(List<Area> tree, Area top) {
        return tree.stream()
                .filter(area -> area.path().startsWith(top.path()))
                .mapToInt(area -> area.depth() - top.depth() + 1)
                .max()
                .orElse(1);
    }
}
