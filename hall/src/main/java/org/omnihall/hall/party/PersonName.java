package org.omnihall.hall.party;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** A person's name in two parts; people with one name have it as the family name. */
public record PersonName(String family, String given) {

    private static final Set<String> OF_TWO = Set.of(
            "欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "长孙", "令狐", "宇文", "端木", "司空", "南宫", "西门",
            "独孤", "轩辕", "钟离", "闾丘", "淳于", "单于", "申屠", "公冶", "宗政", "濮阳", "澹台", "太史", "呼延", "拓跋", "百里", "东郭");

    public PersonName {
        family = family.strip();
        given = given.strip();
    }

    /**
     * Takes a whole name apart: a Chinese one behind its surname of one or two characters, another one before its last word. Names that are
     * written with a middle dot have no surname.
     */
    public static PersonName of(String whole) {
        String name = whole.strip();
        if (name.indexOf('·') >= 0) {
            return new PersonName(name, "");
        }
        if (isChinese(name)) {
            int surname = name.length() > 2 && OF_TWO.contains(name.substring(0, 2)) ? 2 : 1;
            return new PersonName(name.substring(0, surname), name.substring(surname));
        }
        int last = name.lastIndexOf(' ');
        return new PersonName(name.substring(last + 1), last < 0 ? "" : name.substring(0, last));
    }

    /** The whole name in the order of its language. */
    public String whole() {
        return isChinese(family) ? family + given : (given + " " + family).strip();
    }

    private static boolean isChinese(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> Character.isBmpCodePoint(c) && UnicodeScript.of(c) == UnicodeScript.HAN);
    }
}
