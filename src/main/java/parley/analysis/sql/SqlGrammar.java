package parley.analysis.sql;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.*;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.arithmetic.*;
import net.sf.jsqlparser.expression.operators.conditional.*;
import net.sf.jsqlparser.expression.operators.relational.*;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.select.*;

/// The parts that a query may be made of: for each class of the parser's tree the fields that may
/// hold something. A class that is not named here, and a field that is not named and is not empty,
/// are refused; so a later parser's new kind of statement is refused before anybody has heard of
/// it.
final class SqlGrammar {
    private static final Map<Class<?>, Set<String>> PARTS = new HashMap<>();

    static {
        queries();
        expressions();
        functions();
    }

    private static final Map<Class<?>, List<Field>> FIELDS = fields();

    private SqlGrammar() {}

    /// Whether nodes of this very class may be in a query.
    static boolean knows(Class<?> type) {
        return FIELDS.containsKey(type);
    }

    /// All that a node of the class holds, whether it may or not.
    static List<Field> fields(Class<?> type) {
        return FIELDS.getOrDefault(type, List.of());
    }

    static boolean allows(Field field) {
        return PARTS.getOrDefault(field.getDeclaringClass(), Set.of()).contains(field.getName());
    }

    private static void node(Class<?> type, String... parts) {
        PARTS.put(type, Set.of(parts));
    }

    private static void queries() {
        node(Select.class, "withItemsList", "limit", "offset", "fetch", "orderByElements", "alias");
        node(
                PlainSelect.class,
                "distinct",
                "selectItems",
                "fromItem",
                "joins",
                "where",
                "groupBy",
                "having",
                "qualify",
                "windowDefinitions");
        node(SetOperationList.class, "selects", "operations", "orderByElements");
        node(SetOperation.class, "modifier", "type");
        Stream.of(UnionOp.class, ExceptOp.class, IntersectOp.class, MinusOp.class)
                .forEach(SqlGrammar::node);
        node(ParenthesedSelect.class, "alias", "select");
        node(LateralSubSelect.class, "prefix");
        node(Values.class, "expressions", "alias");
        node(WithItem.class, "statement", "alias", "withItemList", "recursive");
        node(SelectItem.class, "expression", "alias");
        node(AllColumns.class, "exceptColumns", "exceptKeyword");
        node(AllTableColumns.class, "table");
        node(Distinct.class, "onSelectItems");
        node(Table.class, "partItems", "partDelimiters", "alias");
        node(ParenthesedFromItem.class, "fromItem", "joins", "alias");
        node(
                Join.class,
                "onExpressions",
                "usingColumns",
                "asOf",
                "outer",
                "right",
                "left",
                "natural",
                "full",
                "inner",
                "simple",
                "cross",
                "fromItem");
        node(Limit.class, "rowCount", "offset");
        node(Offset.class, "offsetExpression", "offsetParam");
        node(Fetch.class, "fetchParameters", "expression", "isFetchParamFirst");
        node(OrderByElement.class, "expression", "asc", "ascDescPresent", "nullOrdering");
        node(GroupByElement.class, "groupByExpressions", "groupingSets", "mysqlWithRollup");
        node(Alias.class, "name", "useAs", "aliasColumns");
        node(Alias.AliasColumn.class, "name");
    }

    private static void expressions() {
        node(BinaryExpression.class, "leftExpression", "rightExpression");
        node(ComparisonOperator.class, "operator");
        node(OldOracleJoinBinaryExpression.class);
        Stream.of(
                        Addition.class,
                        Subtraction.class,
                        Multiplication.class,
                        Division.class,
                        IntegerDivision.class,
                        Modulo.class,
                        BitwiseAnd.class,
                        BitwiseOr.class,
                        Concat.class,
                        // Not its operator &&, which compares arrays in PostgreSQL.
                        AndExpression.class,
                        OrExpression.class,
                        XorExpression.class,
                        EqualsTo.class,
                        NotEqualsTo.class,
                        GreaterThan.class,
                        GreaterThanEquals.class,
                        MinorThan.class,
                        MinorThanEquals.class,
                        NullValue.class,
                        AllValue.class)
                .forEach(SqlGrammar::node);
        node(LikeExpression.class, "not", "escapeExpression", "likeKeyWord");
        node(IsDistinctExpression.class, "not");
        node(InExpression.class, "leftExpression", "not", "rightExpression");
        node(ExistsExpression.class, "rightExpression", "not");
        node(
                Between.class,
                "leftExpression",
                "not",
                "betweenExpressionStart",
                "betweenExpressionEnd",
                "usingSymmetric",
                "usingAsymmetric");
        node(IsNullExpression.class, "leftExpression", "not", "useIsNull", "useNotNull");
        node(IsBooleanExpression.class, "leftExpression", "not", "isTrue");
        node(AnyComparisonExpression.class, "select", "anyType");
        node(NotExpression.class, "expression");
        node(SignedExpression.class, "sign", "expression");
        node(ExpressionList.class);
        node(ParenthesedExpressionList.class);
        node(RowConstructor.class, "name");
        node(CaseExpression.class, "switchExpression", "whenClauses", "elseExpression");
        node(WhenClause.class, "whenExpression", "thenExpression");
        node(Column.class, "table", "columnName", "tableDelimiter");
        node(JdbcParameter.class, "parameterCharacter", "index");
        node(BooleanValue.class, "value");
        node(LongValue.class, "stringValue");
        node(DoubleValue.class, "value", "stringValue");
        node(StringValue.class, "value", "quoteStr");
        node(DateTimeLiteralExpression.class, "value", "type");
        node(TimeKeyExpression.class, "stringValue");
        node(TimezoneExpression.class, "timezoneExpressions", "leftExpression");
        node(DateUnitExpression.class, "type");
        node(
                IntervalExpression.class,
                "intervalKeyword",
                "parameter",
                "intervalQualifier",
                "expression");
        node(IntervalQualifier.class, "leadingField");
        node(CastExpression.class, "keyword", "leftExpression", "colDataType");
        node(
                ColDataType.class,
                "dataType",
                "argumentsStringList",
                "precision",
                "scale",
                "signedness");
    }

    private static void functions() {
        node(
                Function.class,
                "nameparts",
                "parameters",
                "namedParameters",
                "allColumns",
                "distinct",
                "orderByElements");
        node(NamedExpressionList.class, "names");
        node(
                AnalyticExpression.class,
                "name",
                "expression",
                "offset",
                "defaultValue",
                "allColumns",
                "type",
                "distinct",
                "ignoreNullsOutside",
                "filterExpression",
                "funcOrderBy",
                "windowName",
                "windowDef",
                "nullHandling");
        node(ExtractExpression.class, "name", "expression");
        node(
                TrimFunction.class,
                "trimSpecification",
                "expression",
                "fromExpression",
                "isUsingFromKeyword");
        node(MySQLGroupConcat.class, "expressionList", "distinct", "orderByElements", "separator");
        node(OrderByClause.class, "orderByElements");
        node(PartitionByClause.class, "brackets");
        node(WindowDefinition.class, "orderBy", "partitionBy", "windowElement", "windowName");
        node(WindowElement.class, "type", "offset", "range");
        node(WindowOffset.class, "expression", "type");
        node(WindowRange.class, "start", "end");
    }

    private static Map<Class<?>, List<Field>> fields() {
        Map<Class<?>, List<Field>> found = new LinkedHashMap<>();
        for (Class<?> type : PARTS.keySet()) {
            if (!Modifier.isAbstract(type.getModifiers())) {
                found.put(type, fieldsOf(type));
            }
        }
        return Map.copyOf(found);
    }

    private static List<Field> fieldsOf(Class<?> type) {
        return Stream.<Class<?>>iterate(type, SqlGrammar::isParsers, each -> each.getSuperclass())
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .filter(field ->
                        (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0)
                .peek(field -> field.setAccessible(true))
                .toList();
    }

    private static boolean isParsers(Class<?> type) {
        return type != null && type.getName().startsWith("net.sf.jsqlparser.");
    }
}
