package org.omnihall.hall.ordering;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Component;

/** What has been bought and works: the inventory (TMF637). It changes by orders only. */
@Component
public class Products {

    private final ProductTable table;

    Products(ProductTable table) {
        this.table = table;
    }

    public Optional<Product> find(long id) {
        return table.find(id);
    }

    /** A page of what is looked for, in the order in which it was bought. */
    public Slice<Product> list(ProductFilter filter, Paging paging) {
        return table.list(filter, paging);
    }

    /** What a buyer has and what has not ended, the newest first; at most so many. */
    public List<Product> alive(Buyer buyer, int most) {
        return table.alive(buyer, most);
    }
}
