* 用法：在 Stata 里进入这个文件夹（cd），再运行本文件（do）。要 Stata 14 以上。
clear
import delimited using `"表 "1".csv"', delimiters(",") varnames(1) ///
  case(preserve) bindquote(strict) maxquotedrows(unlimited) ///
  encoding("UTF-8") stringcols(1 3 4 7 8 9 10 11 12 13 14 15 16 18 19 20 23 25 26 28)
label define yesno 0 "否" 1 "是"
replace report_year_conflict = cond(report_year_conflict == "true", "1", "0")
destring report_year_conflict, replace
label values report_year_conflict yesno
replace incomplete = cond(incomplete == "true", "1", "0")
destring incomplete, replace
label values incomplete yesno
label variable query "检索式或其名称"
label variable matches "逐字匹配的处数"
label variable paragraph "段落全文"
label variable paragraph_id "段落的编号"
label variable paragraph_number "报告中的第几段"
label variable page "页码"
label variable heading_path "上级标题"
label variable section_kind "所在部分：回顾、计划、问题、经验、其他"
label variable paragraph_kind "段落的种类"
label variable report_id "报告的编号"
label variable title "报告题名"
label variable doc_type "文种"
label variable issuer "发文机关"
label variable region_code "地区代码（GB/T 2260）"
label variable region_name "地区"
label variable region_basis "地区的依据"
label variable report_year "报告年份"
label variable report_year_basis "报告年份的依据"
label variable report_year_conflict "题名的年份与正文是否不一致"
label variable publish_date "发布日期"
label variable score "得分"
label variable rank "名次"
label variable dup_group "雷同组：首见段落的编号"
label variable dup_count "雷同组的段数，无雷同则为 1"
label variable source_path "文件"
label variable source_url "网址"
label variable source_part "文件中的第几份"
label variable incomplete "源文件的文字是否可能不全"
compress

read.csv("表 \"1\".csv", fileEncoding = "UTF-8", na.strings = "", colClasses = c(region_code = "character"))
