' Opens a workbook, types into cells and saves it, as a person would in Calc.
'
' Each line of the list has a sheet, a cell and what is typed, with tabs between them; "\n" stands for a line end. What is typed
' is read as Calc reads it: a date, a number, TRUE, or a text.
Sub Run(source As String, target As String, list As String)
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    Dim book As Object
    book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
    Dim files As Object, lines As Object
    files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
    lines = createUnoService("com.sun.star.io.TextInputStream")
    lines.setInputStream(files.openFileRead(ConvertToURL(list)))
    lines.setEncoding("UTF-8")
    Do While Not lines.isEOF()
        Dim parts
        parts = Split(lines.readLine(), Chr(9))
        If UBound(parts) = 2 Then
            Dim cell As Object
            cell = book.Sheets.getByName(parts(0)).getCellRangeByName(parts(1))
            Dim text As String
            text = Join(Split(parts(2), "\n"), Chr(10))
            If parts(2) = "" Then
                ' Values, dates, texts and formulas.
                cell.clearContents(1 + 2 + 4 + 16)
            ElseIf InStr(text, Chr(10)) > 0 Then
                cell.setString(text)
            Else
                cell.FormulaLocal = text
            End If
        End If
    Loop
    lines.closeInput()
    Dim form(0) As New com.sun.star.beans.PropertyValue
    form(0).Name = "FilterName"
    form(0).Value = "Calc MS Excel 2007 XML"
    book.storeToURL(ConvertToURL(target), form())
    book.close(True)
    StarDesktop.terminate()
End Sub
