"""What leaves the folder for others: workbook, open data, sums of many communes, dashboard, labels."""
