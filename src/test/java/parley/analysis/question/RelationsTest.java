package parley.analysis.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Table;

/// Which tables are taken to point to which.
final class RelationsTest {
    private static final Column ID = new Column("id", ColumnType.INTEGER);
    private static final Column NAME = new Column("name", ColumnType.TEXT);
    private static final Column CUSTOMER = new Column("customer_id", ColumnType.INTEGER);

    @Test
    void aColumnNamedAfterATablePointsToItsKey() {
        TableFacts orders = joined(table("orders", 50, facts(ID, 50), facts(CUSTOMER, 9)));

        assertThat(orders.joins())
                .containsExactly(new Join(Optional.empty(), "customers", "customer_id", "id"));
        assertThat(orders.columns())
                .extracting(each -> each.column().name())
                .contains("customer name");
    }

    @Test
    void theOtherTableKnowsWhatPointsToIt() {
        TableFacts orders = table("orders", 50, facts(ID, 50), facts(CUSTOMER, 9));

        TableFacts customers = Relations.joined(List.of(customers(10), orders)).getFirst();

        assertThat(customers.children())
                .containsExactly(new Child(Optional.empty(), "orders", "customer_id", "id"));
        assertThat(customers.joins()).isEmpty();
    }

    @Test
    void aColumnWithValuesThatRepeatIsNoKey() {
        TableFacts orders = table("orders", 50, facts(ID, 50), facts(CUSTOMER, 9));

        List<TableFacts> joined = Relations.joined(List.of(orders, customers(9)));

        assertThat(joined).allSatisfy(each -> assertThat(each.joins()).isEmpty());
    }

    @Test
    void columnsCalledIdDoNotPointToEachOther() {
        TableFacts notes = table("notes", 50, facts(ID, 50));

        List<TableFacts> joined = Relations.joined(List.of(notes, customers(10)));

        assertThat(joined).allSatisfy(each -> assertThat(each.joins()).isEmpty());
    }

    @Test
    void aTextDoesNotPointToANumber() {
        Column text = new Column("customer_id", ColumnType.TEXT);

        TableFacts orders = joined(table("orders", 50, facts(ID, 50), facts(text, 9)));

        assertThat(orders.joins()).isEmpty();
    }

    private static TableFacts joined(TableFacts orders) {
        return Relations.joined(List.of(orders, customers(10))).getFirst();
    }

    /// Ten rows with so many different ids.
    private static TableFacts customers(long distinct) {
        return table("customers", 10, facts(ID, distinct), facts(NAME, 8));
    }

    private static TableFacts table(String name, long rows, ColumnFacts... facts) {
        List<Column> columns = List.of(facts).stream().map(ColumnFacts::column).toList();
        return new TableFacts(new Table(Optional.empty(), name, columns), rows, List.of(facts));
    }

    private static ColumnFacts facts(Column column, long distinct) {
        return new ColumnFacts(column, distinct, List.of(), null, null);
    }
}
